"""One file a command. Its module top imports nothing that needs Django set up: `ground.stand_on(folder)` comes first."""
