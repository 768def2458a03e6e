# Action items.

command-action = Your open action items
command-action-add = Keep an action item for yourself
suggest-action = My action items
suggest-action-add = Add an action item
shortcut-save-action-item = Save as action item
action-item-add = Add an action item
action-item-done = Done
action-item-undo = Not done after all

action-items-none = No open action items
action-items-why = An action item is a small thing that you owe somebody, or yourself. Only you see yours here.
action-items-title = { $open ->
    [one] One open action item
   *[other] { $open } open action items
}
action-items-left = { $open ->
    [0] Nothing else is open.
    [one] One more is open:
   *[other] { $open } more are open:
}
action-item-due = { $item } (due { $due })
action-item-do = Done: { $item }
action-item-finished = Done: { $item }
action-item-added = Kept as your action item

action-item-add-title = Add an action item
action-item-add-intro = Only you see it here.
action-item-add-submit = Keep it
field-action-item = What is to be done?
field-action-item-help = Such as: Send the outline.
field-action-item-due-help = Leave it out if there is no hurry.
