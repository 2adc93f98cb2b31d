FROM python:3.13-slim AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1
RUN python -m venv /opt/venv
WORKDIR /app
# The libraries first: this layer is rebuilt only when the lock changes. The build backend is locked with the
# development tools and comes out of that list, so that it is hash-checked too; it does not stay in the image.
COPY requirements.txt requirements-dev.txt ./
RUN awk '/^poetry-core==/,!/\\$/' requirements-dev.txt > build.txt \
    && /opt/venv/bin/pip install --quiet --require-hashes -r requirements.txt -r build.txt
COPY . .
# Editable, as in a checkout: the package finds app.py and data/ beside it.
RUN /opt/venv/bin/pip install --quiet --no-deps --no-build-isolation -e . \
    && /opt/venv/bin/pip uninstall --quiet --yes poetry-core

FROM python:3.13-slim
RUN useradd --system --uid 10001 --create-home --home-dir /home/rxflow rxflow \
    && install -d -o rxflow -g rxflow /var/lib/rxflow
COPY --from=build /opt/venv /opt/venv
WORKDIR /app
COPY . .
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    RXFLOW_HOST=0.0.0.0 \
    RXFLOW_PORT=8501 \
    RXFLOW_DATA_DIR=/app/data \
    RXFLOW_DATABASE_URL=sqlite:////var/lib/rxflow/rxflow.db
USER rxflow
VOLUME /var/lib/rxflow
EXPOSE 8501
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/_stcore/health', timeout=4)"]
CMD ["rxflow", "serve"]
