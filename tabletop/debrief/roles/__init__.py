"""Sheets for one role each: what was known there, what it waited for, what became of what it passed on."""
