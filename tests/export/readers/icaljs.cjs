// Prints what ical.js reads from standard input: form, UID, summary, description, first day, day after the last or due.
const ICAL = require("ical.js").default || require("ical.js");
const root = new ICAL.Component(ICAL.parse(require("fs").readFileSync(0, "utf8")));
const told = (entry, name) => entry.getFirstPropertyValue(name)?.toString() ?? null;
const rows = root.getAllSubcomponents().map((entry) => [
  entry.name,
  ...["uid", "summary", "description", "dtstart"].map((name) => told(entry, name)),
  told(entry, "dtend") ?? told(entry, "due"),
]);
process.stdout.write(JSON.stringify(rows));
