"""What a plan says outside its tasks, in the form: its own fields, calendars, roles, models and waivers."""
