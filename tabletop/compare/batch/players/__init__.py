"""Who plays: this process, several processes, or a cluster; whoever it is, what comes of it is the same."""
