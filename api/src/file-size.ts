/** The most that one uploaded file may have, in bytes: the door refuses a longer body before it is read, the store a longer file. */
export const FILE_MAX = 10 * 1024 * 1024;
