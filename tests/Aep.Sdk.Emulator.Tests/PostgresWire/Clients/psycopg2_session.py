"""What psycopg2 does with Query Service: simple protocol, server-side cursors, executemany, cancel. Prints one JSON object."""
import datetime
import decimal
import io
import json
import os
import threading
import time

import psycopg2
import psycopg2.extras


def connect(**options):
    return psycopg2.connect(
        host=os.environ["AEP_HOST"], port=os.environ["AEP_PORT"], user=os.environ["AEP_USER"], password=os.environ["AEP_PASSWORD"],
        dbname=os.environ["AEP_DATABASE"], **options)


def error_of(connection, sql, *arguments):
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql, *arguments)
    except psycopg2.Error as error:
        connection.rollback()
        return [error.pgcode, error.diag.statement_position]
    return None


def run():
    answer = {}
    connection = connect(sslmode="verify-ca", sslrootcert=os.environ["AEP_CERTIFICATE"])
    cursor = connection.cursor()
    answer["encoding"] = connection.encoding
    answer["ssl"] = connection.info.ssl_in_use
    values = (7, 2 ** 62, 1.5, "it's 100 % \\ \"x\"", None, True, datetime.date(2024, 2, 29), datetime.datetime(2024, 1, 2, 3, 4, 5, 678),
              decimal.Decimal("12345678901234567890.123"), [1, 2, 3], ["a", "b'"])
    cursor.execute("SELECT " + ", ".join(["%s"] * len(values)), values)
    answer["parameters"] = [str(sent) for sent, received in zip(values, cursor.fetchone()) if sent != received]
    cursor.execute("SELECT %(a)s + %(b)s AS total", {"a": 40, "b": 2})
    answer["named"] = [cursor.fetchone()[0], cursor.description[0].name, cursor.rowcount]
    connection.commit()

    cursor.execute("CREATE TABLE psycopg2_rows AS SELECT 0 AS n, 'zero' AS t")
    cursor.executemany("INSERT INTO psycopg2_rows SELECT %s AS n, %s AS t", [(n, f"row {n}") for n in range(1, 4)])
    psycopg2.extras.execute_values(cursor, "INSERT INTO psycopg2_rows VALUES %s", [(4, "row 4"), (5, "row 5")])
    cursor.execute("SELECT count(*), sum(n) FROM psycopg2_rows")
    answer["rows"] = list(cursor.fetchone())
    connection.commit()

    with connection.cursor("big one") as named:
        named.itersize = 400
        named.execute("SELECT x FROM range(1000) AS r(x) ORDER BY x")
        answer["server_side"] = sum(row[0] for row in named)
    with connection.cursor("held", withhold=True) as held:
        held.execute("SELECT x FROM range(10) AS r(x) ORDER BY x")
        first = held.fetchmany(3)
        connection.commit()
        answer["held"] = [row[0] for row in first + held.fetchall()]

    with connection.cursor(cursor_factory=psycopg2.extras.RealDictCursor) as rows:
        rows.execute("SELECT n AS number, t FROM psycopg2_rows WHERE t LIKE 'row%%' AND n IN %s ORDER BY n", ((1, 3),))
        answer["dictionaries"] = [dict(row) for row in rows.fetchall()]

    answer["errors"] = {
        "table": error_of(connection, "SELECT * FROM no_such_table"),
        "syntax": error_of(connection, "SELEC 1"),
        "cast": error_of(connection, "SELECT CAST(%s AS DECIMAL(2, 0)) / 0 / nothing", (5,)),
        "update": error_of(connection, "UPDATE psycopg2_rows SET n = 1"),
    }
    try:
        cursor.copy_expert("COPY psycopg2_rows TO STDOUT", io.StringIO())
    except psycopg2.Error as error:
        answer["copy"] = error.pgcode
    connection.rollback()

    connection.set_session(readonly=True, isolation_level="READ COMMITTED")
    cursor.execute("SELECT 1")
    connection.commit()
    connection.set_session(autocommit=True)
    # What SQLAlchemy asks before the first statement of its own.
    asked = ["select pg_catalog.version()", "select current_schema()", "show transaction isolation level", "show standard_conforming_strings",
             "SELECT CAST('test plain returns' AS VARCHAR(60)) AS anon_1"]
    answer["asked"] = []
    for sql in asked:
        cursor.execute(sql)
        answer["asked"].append(cursor.fetchone()[0])

    threading.Thread(target=lambda: (time.sleep(0.5), connection.cancel()), daemon=True).start()
    try:
        cursor.execute("SELECT count(*) FROM range(1000000000000) AS r(x) WHERE (x * x) % 1000003 = 1")
    except psycopg2.Error as error:
        answer["cancel"] = error.pgcode
    cursor.execute("SELECT 'usable'")
    answer["after"] = cursor.fetchone()[0]
    connection.close()

    with connect(sslmode="require") as required:
        with required.cursor() as cursor:
            cursor.execute("SELECT struct(1 AS a, array('x') AS b), map('k', 2)")
            answer["complex"] = list(cursor.fetchone())
    try:
        connect(sslmode="disable")
    except psycopg2.OperationalError as error:
        answer["plain"] = "TLS" in str(error)
    return answer


print(json.dumps(run(), default=str))
