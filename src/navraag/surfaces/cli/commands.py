"""Every command: its name, where it stands ("module:attribute") and its line in ``--help``."""

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("navraag.surfaces.cli.demo:demo", "Build a registry of sample cases, check it, and show it."),
    "show": ("navraag.surfaces.cli.show:show", "Show a case, a pair or a file, readable in a terminal."),
    "parse": ("navraag.surfaces.cli.parse:parse", "Read one document and print what stands in it."),
    "findings": ("navraag.surfaces.cli.findings:findings", "What a document or case undertakes, admits, declines and cites."),
    "moment": ("navraag.surfaces.cli.moment:moment", "When does a time expression mean, written on a certain day?"),
    "title": ("navraag.surfaces.cli.title:title", "Read title lines from standard input."),
    "import": ("navraag.surfaces.cli.registry:import_", "Import files, folders, zips and lists into the registry."),
    "sync": ("navraag.surfaces.cli.sync:sync", "Make the registry equal to the official sources."),
    "get": ("navraag.surfaces.cli.get:get", "Fetch one case from the official addresses and show it."),
    "list": ("navraag.surfaces.cli.overview:list_", "List cases, with filters."),
    "people": ("navraag.surfaces.cli.people:people", "Find a person: seats, posts, and how often asking or asked."),
    "check": ("navraag.surfaces.cli.overview:check", "Problems, orphans, unpaired questions and coverage."),
    "coverage": ("navraag.surfaces.cli.coverage:coverage", "How complete each year is, by source, with the reason of every gap."),
    "rebuild": ("navraag.surfaces.cli.registry:rebuild", "Make the registry anew from the raw documents."),
    "enrich": ("navraag.surfaces.cli.enrich:enrich", "Read the cases for findings: what is new, changed, or ruled anew."),
    "fingerprint": ("navraag.surfaces.cli.registry:fingerprint", "One sha256 over all cases."),
    "export": ("navraag.surfaces.cli.export:export_", "Write the registry to files: CSV, Parquet, SQLite, JSON lines, Akoma Ntoso, Popolo."),
    "serve": ("navraag.surfaces.cli.serve:serve", "Serve the site."),
    "replica": ("navraag.surfaces.cli.replica:replica", "Serve a stand-in of the official services, for tests and demonstrations."),
}
