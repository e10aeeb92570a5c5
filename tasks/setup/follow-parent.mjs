// Loaded before a command that an older Node started: when that one dies, even by SIGKILL, the channel
// between the two closes, and the command is asked to end instead of living on unseen.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
