# What `menteo match` says: what is wrong with a sheet and how to put it right, and what came of a round.

match-which-sheets = Say --mentors and --mentees for sign-up sheets, or --edges and --capacity for a ready score table. “menteo match --help” describes their columns.
match-refused = { $count ->
    [one] One thing is to be put right first; nothing was paired.
   *[other] { $count } things are to be put right first; nothing was paired.
}
match-more = … and { $count } more like these.
sheet-place-file = { $file }: { $trouble }
sheet-place-line = { $file }, line { $line }: { $trouble }
sheet-place-column = { $file }, line { $line }, { $column }: { $trouble }
sheet-no-file = can’t be read ({ $reason }). Check the name.
sheet-not-utf8 = isn’t UTF-8. Save it again as “CSV UTF-8”.
sheet-not-csv = isn’t CSV ({ $reason }). Look for a quotation mark without its partner.
sheet-not-yaml = is neither YAML nor JSON ({ $reason }).
sheet-no-map = must have a line “their heading: our column” for each column.
sheet-map-column = is mapped to “{ $said }”, which is no column here. There are { $known }.
sheet-no-heading = is empty. Its first line names the columns; { $needed } must be among them.
sheet-no-column = there is no column of this name. The first line has { $found }. Rename one, or map it with --map.
sheet-column-twice = a second column “{ $ours }”. Leave one out.
sheet-long = the row has { $cells } cells under { $columns } headings. Put quotation marks around cells that hold what stands between cells.
sheet-empty = is empty.
sheet-twice = { $what } is there a second time, first on line { $first }. Leave one of the two out.
sheet-number = “{ $said }” is not a number.
sheet-large = { $said } is too large: scores go up to { $most }.
sheet-whole = “{ $said }” is not a whole number from 0 up.
sheet-no-capacity = { $who } has no row in { $file }. Add one that says how many mentees they take.
sheet-levels = “{ $said }” has no level. Write it as kubernetes:4, the level they have.
sheet-needs = “{ $said }” can’t be read. Write kubernetes:1:4:0.8 (level now, level wanted, weight), kubernetes:4 or kubernetes.
sheet-level = “{ $said }” has a level that is not a whole number.
sheet-weight = “{ $said }” has a weight that is not between 0 and 1.
sheet-hours = “{ $said }” can’t be read. Write Mon 18:00-20:00 or Mon-Fri 7-9, with semicolons between.
sheet-hours-without-zone = hours mean nothing without a time zone. Fill in the column zone.
sheet-zone = “{ $said }” is no time zone. Write it as Europe/Madrid.
sheet-day = “{ $said }” is not a date. Write it as 2026-11-30.
sheet-no-role = “{ $said }” is no role of one framework here. Write its title as /join offers it.
sheet-no-competency = “{ $said }” is no competency of that role’s framework. Write its title.
sheet-several-accounts = “{ $said }” is several people’s. Write their id, or the platform in a column “platform”.
sheet-level-range = “{ $said }” is outside 0 to 5.
sheet-platform = “{ $said }” is no platform. Write discord or telegram.
sheet-language = “{ $said }” is no language. Write it in English or Spanish, or its code: es.
sheet-whole-some = “{ $said }” is not a whole number from 1 to 99.

match-done = { $paired } of { $mentees } mentees are paired. Their scores sum to { $total }, the lowest is { $worst }.
match-none = { $mentees ->
    [0] There is nobody to pair.
   *[other] No pair is possible.
}
match-unpaired = Without a mentor: { $mentee }
reason-no-mentor = There is no mentor they are allowed to have.
reason-no-need = They have no open cell: nothing that they need is above where they are.
reason-no-place = { $count ->
    [one] The one mentor they could have has no place.
   *[other] The { $count } mentors they could have have no place.
}
reason-others = { $count ->
    [one] The one mentor they could have is full with others; with this mentee instead the round would be no better.
   *[other] The { $count } mentors they could have are full with others; with this mentee instead the round would be no better.
}
reason-lowers = Every pair that they could be in would lower the total.
recruit-like = One more mentor like { $like } would pair { $pairs ->
    [one] one more person.
   *[other] { $pairs } more people.
}
recruit-kind = One mentor for { $competency } (level { $level } or above){ $language ->
    [any] {""}
   *[other] {" "}who speaks { $language }
} would pair { $pairs ->
    [one] one more person.
   *[other] { $pairs } more people.
}
