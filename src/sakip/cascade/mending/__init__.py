"""Perbaikan terkecil: cells and groups as variables and equations, and which few cells to change so that all hold."""
