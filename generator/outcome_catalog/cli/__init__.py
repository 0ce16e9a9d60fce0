"""The outcomes command: one file per subcommand."""
