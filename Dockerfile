# Diptych with all that it needs; no network is needed to build material with it:
#   docker run --rm --user "$(id -u):$(id -g)" --volume "$PWD:/work" diptych
# builds sources/ into build/ in the folder that you are in.
FROM debian:trixie-slim@sha256:d7e12182ce18b85b93007c1dedf31f2d29e01ccf3182cc4017c709b6259bc132 AS base
# A stable release keeps no older versions of its packages that could be named here.
# hadolint ignore=DL3008
RUN apt-get update \
    && apt-get install -y --no-install-recommends libharfbuzz-subset0 libpango-1.0-0 libpangoft2-1.0-0 python3 \
    && rm -rf /var/lib/apt/lists/*

FROM base AS installed
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates python3-venv
RUN python3 -m venv /opt/diptych
COPY .github/actions/build/requirements.txt /checkout/
RUN /opt/diptych/bin/pip install --no-cache-dir --require-hashes --only-binary :all: -r /checkout/requirements.txt
COPY LICENSE README.md make_docs.py pyproject.toml /checkout/
COPY layouts /checkout/layouts
COPY src /checkout/src
RUN /opt/diptych/bin/pip install --no-cache-dir --no-deps --no-build-isolation /checkout \
    && /opt/diptych/bin/pip uninstall --yes hatchling pip

FROM base
COPY --from=installed /opt/diptych /opt/diptych
RUN ln -s /opt/diptych/bin/make-docs /usr/local/bin/make-docs \
    && useradd --create-home --uid 1000 diptych \
    && install --directory --owner 1000 --group 1000 /work
USER 1000:1000
WORKDIR /work
VOLUME /work
ENTRYPOINT ["make-docs"]
