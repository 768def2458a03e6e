# Compromisos: lo pequeño que alguien debe.

command-action = Tus compromisos abiertos
command-action-add = Guardar un compromiso para ti
suggest-action = Mis compromisos
suggest-action-add = Añadir un compromiso
shortcut-save-action-item = Guardar como compromiso
action-item-add = Añadir un compromiso
action-item-done = Hecho
action-item-undo = Aún no está hecho

action-items-none = Ningún compromiso abierto
action-items-why = Un compromiso es algo pequeño que le debes a alguien, o a ti. Aquí solo tú ves los tuyos.
action-items-title = { $open ->
    [one] Un compromiso abierto
   *[other] { $open } compromisos abiertos
}
action-items-left = { $open ->
    [0] No queda nada más abierto.
    [one] Queda uno más abierto:
   *[other] Quedan { $open } más abiertos:
}
action-item-due = { $item } (hasta el { $due })
action-item-do = Hecho: { $item }
action-item-finished = Hecho: { $item }
action-item-added = Guardado como compromiso tuyo

action-item-add-title = Añadir un compromiso
action-item-add-intro = Aquí solo lo ves tú.
action-item-add-submit = Guardarlo
field-action-item = ¿Qué hay que hacer?
field-action-item-help = Por ejemplo: Enviar el esquema.
field-action-item-due-help = Déjalo vacío si no hay prisa.
