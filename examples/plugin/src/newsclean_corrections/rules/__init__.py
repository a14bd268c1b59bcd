"""Rule packs, found through the entry point `newsclean.rules`: every .toml file of this package is one."""
