/** The program of a process that answers once, with its own name, and is gone. */
process.on("message", () => process.send!(process.pid, () => process.exit()));
process.send!("ready");
