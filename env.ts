/** Imported before everything else: React takes its slower development build unless told otherwise, as soon as it is imported. */
process.env['NODE_ENV'] ??= 'production';
