# Lo que el programa dice a quien lo pone en marcha.

start-ready = Menteo está listo en { $address }
start-present = Menteo está trabajando en { $platforms }. Su estado se ve en { $address }/readyz
start-working = Menteo está trabajando
start-sample-community = Harbour
start-in-use = Otro proceso de Menteo { $pid ->
    [unknown] está
   *[other] (número { $pid }) está
} usando los datos de { $directory }. Detenlo primero o da a este un MENTEO_DATA_DIR propio.
start-port-taken = No se puede escuchar en { $host }, puerto { $port } ({ $reason }). Detén el programa que lo ocupa o elige otro con MENTEO_WEB_PORT.
start-database-away = No se puede llegar a la base de datos. Comprueba que su servidor funciona y que MENTEO_DATABASE_URL (o DATABASE_URL) es correcta.
start-database-newer = Una versión posterior de Menteo escribió la base de datos (esquema { $revision }). Actualiza Menteo o vuelve a una copia anterior.
start-database-older = La base de datos todavía no tiene el esquema de esta versión. Ejecuta «menteo migrate» una vez y vuelve a empezar.
start-bad-content = No se puede usar un archivo de contenido: { $trouble }
start-migrated = La base de datos tiene el esquema { $revision }.

## Un ajuste incorrecto y por qué

start-wrong-setting = { $setting }: { $reason }
setting-database-scheme = debe empezar por sqlite:/// o postgresql://.
setting-key-too-short = debe tener al menos { $shortest } caracteres; si la dejas vacía, Menteo crea una.
setting-kept-key-too-short = no está definido y la clave guardada en { $file } tiene menos de { $shortest } caracteres: recupera el archivo de una copia o bórralo para que se cree otra (los botones enviados hasta entonces dejarán de funcionar).
setting-web-address = debe ser una dirección web que empiece por http:// o https://.
setting-gateway-address = debe ser una dirección que empiece por ws:// o wss://.
setting-shards = debe ser «auto» o un rango como 0-3/8: la primera y la última de las conexiones de este proceso, y cuántas hay en total.
setting-ids = debe contener identificadores, que solo tienen cifras, separados por comas.
setting-discord-token = no es un token que Discord acepte: cópialo de nuevo de la página del bot en el portal de desarrolladores, o haz que se cree otro allí (docs/discord.md).
setting-discord-intents = pertenece a una aplicación a la que Discord no permite recibir lo que Menteo pide: mira «Privileged Gateway Intents» en la página del bot en el portal de desarrolladores (docs/discord.md).
setting-discord-shards = no es un rango que Discord acepte: pide más conexiones. Déjalo en «auto» o sube el número tras la barra en todos los procesos.
setting-discord-no-token = no está definido: pon ahí el token del bot (docs/discord.md) o da el identificador de la aplicación con --application.
setting-discord-away = no lleva a Discord ahora mismo ({ $trouble }).
setting-int-parsing = debe ser un número entero.
setting-greater-than-equal = debe ser { $ge } o más.
setting-less-than-equal = debe ser { $le } o menos.
setting-enum = debe ser { $expected }.
setting-literal-error = debe ser { $expected }.
setting-unreadable-file = indica un archivo que no se puede leer.
setting-directory = indica un directorio en el que no se puede escribir ({ $directory }).
setting-telegram-webhook = tiene que ser la dirección https en la que Telegram encuentra este servidor, porque MENTEO_TELEGRAM_MODE=webhook; o déjalo en «polling», que no necesita ninguna (docs/telegram.md).
setting-telegram-token = no es un token que Telegram acepte: pídeselo otra vez a BotFather con /token, o haz uno nuevo con /revoke (docs/telegram.md).
setting-webchat-open = abriría el chat web a otras personas, y este no pide contraseña a nadie: usa 127.0.0.1 o MENTEO_WEBCHAT=off.
setting-webchat-apart = está activado, pero el chat web vive en un solo proceso: usa «menteo run».
setting-needs-postgres = debe indicar una base de datos PostgreSQL para «menteo web» y «menteo worker»: con SQLite, «menteo run» hace el trabajo de ambos.
setting-other = tiene un valor que Menteo no puede usar.

## Lo que encuentra doctor

doctor-settings = Ajustes
doctor-data = Directorio de datos
doctor-zones = Datos de zonas horarias
doctor-content = Marcos, programas y textos
doctor-database = Base de datos
doctor-fine = { $part }: bien ({ $detail })
doctor-trouble = { $part }: { $detail }
doctor-missing-text = a { $language } le falta el texto { $key }.
doctor-no-database-yet = todavía no existe: el primer arranque la crea
doctor-schema = esquema { $revision }
doctor-old-schema = tiene el esquema { $revision } y esta versión necesita { $head }: ejecuta «menteo migrate».
doctor-discord = Discord
doctor-discord-intents = Lo que Discord cuenta
doctor-discord-servers = Servidores de Discord
doctor-discord-application = el token es el de { $name }, aplicación { $id }
doctor-discord-token = no acepta el token de MENTEO_DISCORD_TOKEN: cópialo de nuevo de la página del bot en el portal de desarrolladores, o haz que se cree otro allí (docs/discord.md).
doctor-discord-away = no se le puede preguntar ({ $trouble }): mira la red, y MENTEO_DISCORD_API_URL si está definido.
doctor-discord-members = todo lo que Menteo pide, también llegadas, salidas y cambios de nombre
doctor-discord-no-members = todo menos llegadas, salidas y cambios de nombre: con «Server Members Intent» activado en la página del bot en el portal de desarrolladores, Menteo también los ve; funciona sin ello
doctor-discord-nowhere = ninguno todavía: «menteo discord invite» muestra el enlace
doctor-discord-allowed = { $servers ->
    [one] uno, donde puede hacer todo lo que necesita
   *[other] { $servers }, donde puede hacer todo lo que necesita
}
doctor-discord-lacking = en { $server } no puede: { $rights }. Concédelo a su rol (Ajustes del servidor, Roles) o abre otra vez el enlace de «menteo discord invite».
doctor-telegram = Telegram
doctor-telegram-privacy = Lo que el bot lee en los grupos
doctor-telegram-topics = Salas en los chats privados
doctor-telegram-updates = Cómo cuenta Telegram lo que hace la gente
doctor-telegram-bot = el token es el de @{ $name }, bot { $id }
doctor-telegram-token = no acepta el token de MENTEO_TELEGRAM_TOKEN: cópialo de nuevo de @BotFather (/mybots, API Token), o haz que se cree otro allí.
doctor-telegram-away = no se le puede preguntar ({ $trouble }): mira la red, y MENTEO_TELEGRAM_API_URL si está definido.
doctor-telegram-reads-all = todo: el modo de privacidad está desactivado. Menteo solo lo necesita para una pareja que trabaja en un grupo privado propio; @BotFather, /setprivacy, lo activa
doctor-telegram-reads-little = comandos y respuestas a él: el modo de privacidad está activado. En un grupo donde deba llevar lo que se dice, hazlo administrador
doctor-telegram-has-topics = cada una en un tema propio
doctor-telegram-no-topics = bajo un título en el único chat con el bot: @BotFather puede activar los temas en los chats privados, para que cada una tenga el suyo; funciona sin ello
doctor-telegram-polled = se le pregunta: { $waiting } en espera
doctor-telegram-left-webhook = otro programa ha puesto un webhook para este bot y se le quitaría: el próximo arranque con MENTEO_TELEGRAM_MODE=polling lo elimina. Si ese programa debe seguir, dale a Menteo un bot propio.
doctor-telegram-webhook = se envía a { $address }: { $waiting } en espera
doctor-telegram-webhook-trouble = no se puede enviar a { $address }: Telegram encontró «{ $trouble }». La dirección debe poder alcanzarse desde fuera por https.
doctor-telegram-no-webhook-yet = todavía no hay webhook: el próximo arranque lo pone
