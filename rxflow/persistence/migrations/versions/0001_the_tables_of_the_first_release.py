"""The tables of the first release."""

import sqlalchemy as sa
from alembic import op

from rxflow.persistence import append_only, column_types

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "accounts",
        sa.Column("account_id", sa.String(length=64), nullable=False),
        sa.Column("login_ref", sa.String(length=32), nullable=False),
        sa.Column("patient_ref", sa.String(length=32), nullable=False),
        sa.Column(
            "acting_as",
            sa.Enum("patient", "guardian", name="actingas", native_enum=False, create_constraint=True, length=16),
            nullable=False,
        ),
        sa.Column("password_hash", sa.String(length=255), nullable=False),
        sa.Column("created_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("closed_at", column_types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("account_id"),
        sa.UniqueConstraint("login_ref"),
    )
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.create_index(
            "uq_accounts_person",
            ["patient_ref", "acting_as"],
            unique=True,
            sqlite_where=sa.text("closed_at IS NULL"),
            postgresql_where=sa.text("closed_at IS NULL"),
        )

    op.create_table(
        "audit_events",
        sa.Column(
            "sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False
        ),
        sa.Column("at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("action", sa.String(length=32), nullable=False),
        sa.Column("patient_ref", sa.String(length=32), nullable=True),
        sa.Column("session_id", sa.String(length=64), nullable=True),
        sa.Column("object", sa.String(length=64), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("mac", sa.LargeBinary(length=32), nullable=False),
        sa.PrimaryKeyConstraint("sequence"),
    )
    with op.batch_alter_table("audit_events", schema=None) as batch_op:
        batch_op.create_index("ix_audit_events_action", ["action", "at"], unique=False)
        batch_op.create_index("ix_audit_events_patient", ["patient_ref", "sequence"], unique=False)

    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("mac", sa.LargeBinary(length=32), nullable=False),
        sa.Column("proof", sa.LargeBinary(length=32), nullable=False),
        sa.CheckConstraint("id = 1", name="ck_audit_head_one"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "identity_checks",
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("claim_ref", sa.String(length=32), nullable=False),
        sa.Column("subject_ref", sa.String(length=32), nullable=True),
        sa.Column("source_ref", sa.String(length=32), nullable=False),
        sa.Column(
            "outcome",
            sa.Enum("passed", "failed", "locked", name="outcome", native_enum=False, create_constraint=True, length=16),
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("sequence"),
    )
    with op.batch_alter_table("identity_checks", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_identity_checks_at"), ["at"], unique=False)
        batch_op.create_index("ix_identity_checks_claim", ["claim_ref", "at"], unique=False)
        batch_op.create_index("ix_identity_checks_subject", ["subject_ref", "at"], unique=False)

    op.create_table(
        "preferences",
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("change_id", sa.String(length=32), nullable=False),
        sa.Column("patient_ref", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("changed_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sequence"),
        sa.UniqueConstraint("change_id"),
        sa.UniqueConstraint("patient_ref", "version", name="uq_preferences_version"),
    )
    op.create_table(
        "reference_catalogue",
        sa.Column("catalogue", sa.String(length=32), nullable=False),
        sa.Column("noun", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("catalogue", "noun", "position"),
    )
    op.create_table(
        "reference_datasets",
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("catalogue", sa.String(length=32), nullable=False),
        sa.Column("touched_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("finished_at", column_types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sequence"),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("reference_datasets", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_reference_datasets_catalogue"), ["catalogue"], unique=False)

    op.create_table(
        "reserved_stock",
        sa.Column("pharmacy_id", sa.String(length=32), nullable=False),
        sa.Column("product_ref", sa.String(length=32), nullable=False),
        sa.Column("fills", sa.Integer(), nullable=False),
        sa.CheckConstraint("fills >= 0", name="ck_reserved_stock_fills"),
        sa.PrimaryKeyConstraint("pharmacy_id", "product_ref"),
    )
    op.create_table(
        "sessions",
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("patient_ref", sa.String(length=32), nullable=False),
        sa.Column("browser_key_hash", sa.String(length=64), nullable=True),
        sa.Column("created_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ended_at", column_types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("forgotten_at", column_types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("last_seen_at", column_types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sequence"),
        sa.UniqueConstraint("session_id"),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessions_browser_key_hash"), ["browser_key_hash"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_patient_ref"), ["patient_ref"], unique=False)

    op.create_table(
        "sign_ins",
        sa.Column("sign_in_id", sa.String(length=64), nullable=False),
        sa.Column("subject_ref", sa.String(length=32), nullable=False),
        sa.Column("started_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ends_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("ended_at", column_types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sign_in_id"),
    )
    with op.batch_alter_table("sign_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_ins_ends_at"), ["ends_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_sign_ins_subject_ref"), ["subject_ref"], unique=False)

    op.create_table(
        "token_counts",
        sa.Column("period_ref", sa.String(length=32), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("tokens", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("tokens >= 0", name="ck_token_counts_tokens"),
        sa.PrimaryKeyConstraint("period_ref"),
    )
    op.create_table(
        "users",
        sa.Column("user_id", sa.String(length=32), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "pharmacist",
                "technician",
                "admin",
                "auditor",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("password_hash", sa.String(length=255), nullable=False),
        sa.Column("created_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("disabled_at", column_types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("user_id"),
    )
    op.create_table(
        "browser_sign_ins",
        sa.Column("browser_ref", sa.String(length=32), nullable=False),
        sa.Column("sign_in_id", sa.String(length=64), nullable=False),
        sa.Column("seen_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("vouched_at", column_types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sign_in_id"],
            ["sign_ins.sign_in_id"],
        ),
        sa.PrimaryKeyConstraint("browser_ref"),
    )
    with op.batch_alter_table("browser_sign_ins", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_browser_sign_ins_sign_in_id"), ["sign_in_id"], unique=False)

    op.create_table(
        "care_messages",
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "reply",
                "decision",
                "order_update",
                name="caremessagekind",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.session_id"],
        ),
        sa.PrimaryKeyConstraint("session_id", "number"),
    )
    op.create_table(
        "cases",
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("patient_ref", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column(
            "route",
            sa.Enum(
                "prescriber",
                "pharmacist",
                "insurer",
                name="route",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("rx_ref", sa.String(length=32), nullable=True),
        sa.Column("reason_ref", sa.String(length=32), nullable=False),
        sa.Column("urgent", sa.Boolean(), nullable=False),
        sa.Column("created_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column(
            "status", sa.Enum("open", "resolved", native_enum=False, create_constraint=True, length=16), nullable=False
        ),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.session_id"],
        ),
        sa.PrimaryKeyConstraint("sequence"),
        sa.UniqueConstraint("case_id"),
    )
    with op.batch_alter_table("cases", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_cases_patient_ref"), ["patient_ref"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_session_id"), ["session_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_cases_status"), ["status"], unique=False)

    op.create_table(
        "quotes",
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("quote_id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("rx_ref", sa.String(length=32), nullable=False),
        sa.Column("quoted_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.session_id"],
        ),
        sa.PrimaryKeyConstraint("sequence"),
        sa.UniqueConstraint("quote_id"),
    )
    with op.batch_alter_table("quotes", schema=None) as batch_op:
        batch_op.create_index("ix_quotes_session_rx", ["session_id", "rx_ref"], unique=False)

    op.create_table(
        "reference_authorizations",
        sa.Column("dataset", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("patient_ref", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dataset"],
            ["reference_datasets.sequence"],
        ),
        sa.PrimaryKeyConstraint("dataset", "patient_ref", "position"),
    )
    op.create_table(
        "reference_patients",
        sa.Column("dataset", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("patient_ref", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_ref", sa.String(length=32), nullable=False),
        sa.Column("guardian_ref", sa.String(length=32), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dataset"],
            ["reference_datasets.sequence"],
        ),
        sa.PrimaryKeyConstraint("dataset", "patient_ref"),
    )
    with op.batch_alter_table("reference_patients", schema=None) as batch_op:
        batch_op.create_index("ix_reference_patients_guardian", ["guardian_ref"], unique=False)
        batch_op.create_index("ix_reference_patients_name", ["name_ref"], unique=False)
        batch_op.create_index("ix_reference_patients_position", ["dataset", "position"], unique=False)

    op.create_table(
        "reference_prescriptions",
        sa.Column("dataset", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("patient_ref", sa.String(length=32), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["dataset"],
            ["reference_datasets.sequence"],
        ),
        sa.PrimaryKeyConstraint("dataset", "patient_ref", "position"),
    )
    op.create_table(
        "reference_stock",
        sa.Column("dataset", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("generic_name", sa.Text(), nullable=False),
        sa.Column("strength", sa.Text(), nullable=False),
        sa.Column("pharmacy_id", sa.Text(), nullable=False),
        sa.Column("fills_available", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["dataset"],
            ["reference_datasets.sequence"],
        ),
        sa.PrimaryKeyConstraint("dataset", "generic_name", "strength", "pharmacy_id"),
    )
    op.create_table(
        "refresh_tokens",
        sa.Column("sign_in_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("token_ref", sa.String(length=32), nullable=False),
        sa.Column("issued_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sign_in_id"],
            ["sign_ins.sign_in_id"],
        ),
        sa.PrimaryKeyConstraint("sign_in_id", "number"),
        sa.UniqueConstraint("token_ref"),
    )
    op.create_table(
        "turns",
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("said_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("message_id", sa.String(length=64), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.session_id"],
        ),
        sa.PrimaryKeyConstraint("session_id", "number"),
        sa.UniqueConstraint("session_id", "message_id", name="uq_turns_message"),
    )
    op.create_table(
        "case_steps",
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "step",
            sa.Enum(
                "opened",
                "in review",
                "with prescriber",
                "with plan",
                "approved",
                "denied",
                "confirmed",
                "closed",
                "claimed",
                "released",
                "noted",
                "alert read",
                "on hold",
                "changed",
                name="casestep",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.case_id"],
        ),
        sa.PrimaryKeyConstraint("case_id", "number"),
    )
    op.create_table(
        "consents",
        sa.Column("quote_id", sa.String(length=32), nullable=False),
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("given_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column(
            "means", sa.Enum("words", "button", native_enum=False, create_constraint=True, length=16), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["quote_id"],
            ["quotes.quote_id"],
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["sessions.session_id"],
        ),
        sa.PrimaryKeyConstraint("quote_id"),
    )
    op.create_table(
        "orders",
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("order_id", sa.String(length=32), nullable=False),
        sa.Column("quote_id", sa.String(length=32), nullable=False),
        sa.Column("patient_ref", sa.String(length=32), nullable=False),
        sa.Column("rx_ref", sa.String(length=32), nullable=False),
        sa.Column("fill_number", sa.Integer(), nullable=False),
        sa.Column("product_ref", sa.String(length=32), nullable=False),
        sa.Column("pharmacy_id", sa.String(length=32), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "SUBMITTED",
                "VERIFYING",
                "FILLING",
                "READY",
                "PICKED_UP",
                "CANCELLED",
                name="orderstatus",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("ready_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("created_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("updated_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["quote_id"],
            ["quotes.quote_id"],
        ),
        sa.PrimaryKeyConstraint("sequence"),
        sa.UniqueConstraint("order_id"),
        sa.UniqueConstraint("quote_id"),
    )
    with op.batch_alter_table("orders", schema=None) as batch_op:
        batch_op.create_index(
            "ix_orders_open",
            ["ready_at"],
            unique=False,
            sqlite_where=sa.text("status NOT IN ('PICKED_UP', 'CANCELLED')"),
            postgresql_where=sa.text("status NOT IN ('PICKED_UP', 'CANCELLED')"),
        )
        batch_op.create_index(batch_op.f("ix_orders_patient_ref"), ["patient_ref"], unique=False)
        batch_op.create_index(
            "uq_orders_fill",
            ["rx_ref", "fill_number"],
            unique=True,
            sqlite_where=sa.text("status != 'CANCELLED'"),
            postgresql_where=sa.text("status != 'CANCELLED'"),
        )

    op.create_table(
        "patient_reports",
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("patient_ref", sa.String(length=32), nullable=False),
        sa.Column("report_ref", sa.String(length=32), nullable=False),
        sa.Column("case_id", sa.String(length=32), nullable=False),
        sa.Column("reported_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["case_id"],
            ["cases.case_id"],
        ),
        sa.PrimaryKeyConstraint("sequence"),
    )
    with op.batch_alter_table("patient_reports", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_patient_reports_patient_ref"), ["patient_ref"], unique=False)

    op.create_table(
        "quote_withdrawals",
        sa.Column("quote_id", sa.String(length=32), nullable=False),
        sa.Column("at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(
            ["quote_id"],
            ["quotes.quote_id"],
        ),
        sa.PrimaryKeyConstraint("quote_id"),
    )
    op.create_table(
        "turn_ratings",
        sa.Column("session_id", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("is_helpful", sa.Boolean(), nullable=False),
        sa.Column(
            "reason",
            sa.Enum(
                "WRONG",
                "UNCLEAR",
                "TOO_LONG",
                "NOT_WHAT_I_ASKED",
                "UNSAFE",
                name="ratingreason",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=True,
        ),
        sa.Column("rated_at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id", "number"], ["turns.session_id", "turns.number"], name="fk_turn_ratings_turn"
        ),
        sa.PrimaryKeyConstraint("session_id", "number"),
    )
    op.create_table(
        "order_events",
        sa.Column("order_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "SUBMITTED",
                "VERIFYING",
                "FILLING",
                "READY",
                "PICKED_UP",
                "CANCELLED",
                name="orderstatus",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.order_id"],
        ),
        sa.PrimaryKeyConstraint("order_id", "number"),
    )
    op.create_table(
        "order_work",
        sa.Column("order_id", sa.String(length=32), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column(
            "act",
            sa.Enum(
                "moved",
                "claimed",
                "released",
                "noted",
                "alert_read",
                "overridden",
                "problem",
                "resolved",
                name="workact",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column(
            "stage",
            sa.Enum(
                "INTAKE",
                "CLINICAL_CHECK",
                "FILL",
                "FINAL_CHECK",
                "READY",
                "HANDED_OVER",
                name="workstage",
                native_enum=False,
                create_constraint=True,
                length=16,
            ),
            nullable=False,
        ),
        sa.Column("at", column_types.UtcDateTime(timezone=True), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=32), nullable=True),
        sa.Column("alert", sa.String(length=64), nullable=True),
        sa.Column("expected_at", column_types.UtcDateTime(timezone=True), nullable=True),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["order_id"],
            ["orders.order_id"],
        ),
        sa.PrimaryKeyConstraint("order_id", "number"),
    )
    append_only.protect(op.get_bind(), "audit_events")
    append_only.protect(op.get_bind(), "audit_head", may_change=("sequence", "mac", "proof"))
    append_only.protect(op.get_bind(), "identity_checks", may_delete=True)
    append_only.protect(op.get_bind(), "preferences", may_change=("sealed",))
    append_only.protect(op.get_bind(), "care_messages", may_change=("sealed",), may_delete=True)
    append_only.protect(op.get_bind(), "refresh_tokens", may_change=("sealed",), may_delete=True)
    append_only.protect(op.get_bind(), "case_steps", may_change=("sealed",))
    append_only.protect(op.get_bind(), "consents", may_change=("sealed",))
    append_only.protect(op.get_bind(), "quote_withdrawals", may_change=("sealed",))
    append_only.protect(op.get_bind(), "order_events", may_change=("sealed",))
    append_only.protect(op.get_bind(), "order_work", may_change=("sealed",))
