/** A start-up problem that the person who starts the program can mend: shown as one line, without a stack trace. */
export class StartupError extends Error {}
