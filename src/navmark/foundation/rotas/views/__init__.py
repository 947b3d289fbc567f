"""The pages of the room: all rotas and her own turns, one table, one turn."""
