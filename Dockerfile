# The app and the worker are the same small image, run as a user without rights.
FROM node:24-bookworm-slim AS build
WORKDIR /atrium
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# Optional packages are the Node and PostgreSQL of `npm start` and tools for building; the image runs without them. Only
# the library of sharp is wanted.
RUN npm run build && cp -a node_modules/@img /img \
  && npm prune --omit=dev --omit=optional && cp -a /img/. node_modules/@img

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /atrium
COPY --from=build /atrium /atrium
RUN mkdir /data /backups && chown node:node /data /backups
USER node
VOLUME /data
EXPOSE 3000
# The worker answers it too.
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "start.ts"]
