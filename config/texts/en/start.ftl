# What the program says to the operator who starts it.

start-ready = Menteo is ready at { $address }
start-present = Menteo is at work on { $platforms }. Its health is told at { $address }/readyz
start-working = Menteo is at work
start-sample-community = Harbour
start-in-use = Another Menteo { $pid ->
    [unknown] process
   *[other] process (number { $pid })
} is running on the data in { $directory }. Stop it first, or give this one a MENTEO_DATA_DIR of its own.
start-port-taken = Nothing can listen on { $host }, port { $port } ({ $reason }). Stop the program that does, or choose another with MENTEO_WEB_PORT.
start-database-away = The database can’t be reached. Check that its server runs and that MENTEO_DATABASE_URL (or DATABASE_URL) is right.
start-database-newer = The database was written by a later release of Menteo (schema { $revision }). Update Menteo, or go back to a copy from before.
start-database-older = The database isn’t at this release’s schema yet. Run “menteo migrate” once, then start again.
start-bad-content = A file of curated content can’t be used: { $trouble }
start-migrated = The database is at schema { $revision }.

## A wrong setting, and why

start-wrong-setting = { $setting }: { $reason }
setting-database-scheme = must begin with sqlite:/// or postgresql://.
setting-key-too-short = must have at least { $shortest } characters; leave it empty and Menteo makes one.
setting-kept-key-too-short = is not set, and the key kept in { $file } has fewer than { $shortest } characters: restore the file from a backup, or delete it to have a new one made (buttons sent before then stop working).
setting-web-address = must be a web address that begins with http:// or https://.
setting-gateway-address = must be an address that begins with ws:// or wss://.
setting-shards = must be “auto” or a range such as 0-3/8: the first and the last of this process’s connections, and how many there are in all.
setting-ids = must be ids, which have digits only, with commas between them.
setting-discord-token = is not a token that Discord takes: copy it anew from the bot’s page in the developer portal, or have a new one made there (docs/discord.md).
setting-discord-intents = belongs to an application that Discord doesn’t let be told what Menteo asks to be told: look at “Privileged Gateway Intents” on the bot’s page in the developer portal (docs/discord.md).
setting-discord-shards = is not a range that Discord takes: it asks for more connections than that. Leave it at “auto”, or raise the number behind the stroke in every process.
setting-int-parsing = must be a whole number.
setting-greater-than-equal = must be { $ge } or more.
setting-less-than-equal = must be { $le } or less.
setting-enum = must be { $expected }.
setting-literal-error = must be { $expected }.
setting-unreadable-file = names a file that can’t be read.
setting-directory = names a directory that can’t be written to ({ $directory }).
setting-telegram-webhook = must be the https address under which Telegram reaches this server, since MENTEO_TELEGRAM_MODE=webhook; or leave that at “polling”, which needs none (docs/telegram.md).
setting-telegram-token = is not a token that Telegram takes: ask BotFather for it again with /token, or have a new one made with /revoke (docs/telegram.md).
setting-webchat-open = would open the web chat to others than you, and it asks nobody for a password: set it to 127.0.0.1, or set MENTEO_WEBCHAT=off.
setting-webchat-apart = is on, but the web chat lives in one process: use “menteo run”.
setting-needs-postgres = must name a PostgreSQL database for “menteo web” and “menteo worker”: on SQLite, “menteo run” does the work of both.
setting-discord-no-token = is not set: put the bot’s token there (docs/discord.md), or give the application’s id with --application.
setting-discord-away = doesn’t lead to Discord just now ({ $trouble }).
setting-other = has a value that Menteo can’t use.

## What doctor finds

doctor-settings = Settings
doctor-data = Data directory
doctor-zones = Zone data
doctor-content = Frameworks, programmes and texts
doctor-database = Database
doctor-fine = { $part }: fine ({ $detail })
doctor-trouble = { $part }: { $detail }
doctor-missing-text = { $language } lacks the text { $key }.
doctor-no-database-yet = not there yet: the first start makes it
doctor-schema = schema { $revision }
doctor-old-schema = is at schema { $revision }, and this release needs { $head }: run “menteo migrate”.
doctor-discord = Discord
doctor-discord-intents = What Discord tells
doctor-discord-servers = Servers on Discord
doctor-discord-application = the token is that of { $name }, application { $id }
doctor-discord-token = doesn’t take the token in MENTEO_DISCORD_TOKEN: copy it anew from the bot’s page in the developer portal, or have a new one made there (docs/discord.md).
doctor-discord-away = can’t be asked ({ $trouble }): look at the network, and at MENTEO_DISCORD_API_URL if it is set.
doctor-discord-members = all that Menteo asks for, arrivals, departures and changed names included
doctor-discord-no-members = everything but arrivals, departures and changed names: with “Server Members Intent” switched on, on the bot’s page in the developer portal, Menteo sees them, too; it works without
doctor-discord-nowhere = none yet: “menteo discord invite” prints the link
doctor-discord-allowed = { $servers ->
    [one] one, where it may do all that it needs to
   *[other] { $servers }, where it may do all that it needs to
}
doctor-discord-lacking = on { $server } it isn’t allowed to: { $rights }. Grant that to its role (Server Settings, Roles), or open the link of “menteo discord invite” again.
doctor-telegram = Telegram
doctor-telegram-privacy = What the bot reads in groups
doctor-telegram-topics = Rooms in private chats
doctor-telegram-updates = How Telegram tells what people do
doctor-telegram-bot = the token is that of @{ $name }, bot { $id }
doctor-telegram-token = doesn’t take the token in MENTEO_TELEGRAM_TOKEN: copy it anew from @BotFather (/mybots, API Token), or have a new one made there.
doctor-telegram-away = can’t be asked ({ $trouble }): look at the network, and at MENTEO_TELEGRAM_API_URL if it is set.
doctor-telegram-reads-all = everything: privacy mode is off. Menteo needs that only for a pair that works in a private group of its own; @BotFather, /setprivacy, switches it on
doctor-telegram-reads-little = commands and replies to it: privacy mode is on. In a group where it should carry what is said, make it an administrator
doctor-telegram-has-topics = each in a topic of its own
doctor-telegram-no-topics = under a heading in the one chat with the bot: @BotFather can switch on topics in private chats, for a topic each; it works without
doctor-telegram-polled = it is asked for it: { $waiting } waiting
doctor-telegram-left-webhook = another program has set a webhook for this bot, and it would be taken from it: the next start with MENTEO_TELEGRAM_MODE=polling removes it. If that program is to go on, give Menteo a bot of its own.
doctor-telegram-webhook = it is sent to { $address }: { $waiting } waiting
doctor-telegram-webhook-trouble = it can’t be sent to { $address }: Telegram met with “{ $trouble }”. The address has to be reachable from outside by https.
doctor-telegram-no-webhook-yet = no webhook is set yet: the next start sets it
