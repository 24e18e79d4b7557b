namespace Aep.Sdk.Queries;

/// <summary>Feature queries as SQL. Values become literals and names are checked, as in any statement.</summary>
internal static class FeatureSqlWriter
{
    public static IReadOnlyList<string> Names(FeatureQuery query)
    {
        IEnumerable<string> names = query.Columns.Select(column => column.Name).Prepend(query.EntityColumn);
        return [.. query.Rows == FeatureRows.Every ? names : names.Append(query.RowNumberColumn)];
    }

    public static SqlStatement Select(FeatureQuery query) =>
        Rows(query, query.Window ?? (SqlStatement)$"{Sql.Table(query.Table)}", Condition(query));

    public static SqlStatement Block(FeatureQuery query, string table)
    {
        SqlStatement source = SqlStatement.FromText(
            $"{Sql.Table(query.Table)} SNAPSHOT BETWEEN ${FeatureQuery.FromParameter} AND ${FeatureQuery.ToParameter}");
        SqlName target = Sql.Table(table);
        SqlStatement existed = $"@feature_table_exists = 't'";
        SqlStatement again = Condition(query) is { } condition ? $"{existed} AND ({condition})" : existed;
        return
            $"""
            $$ BEGIN

            SET @feature_table_exists = SELECT table_exists({table});

            CREATE TABLE IF NOT EXISTS {target} AS
            {Rows(query, source, Condition(query))};

            INSERT INTO {target}
            {Rows(query, source, again)};

            END $$;
            """;
    }

    private static SqlStatement Rows(FeatureQuery query, SqlStatement source, SqlStatement? condition)
    {
        SqlStatement events = Events(query, source);
        if (condition is null && query.Excluded.Count == 0) return events;
        IReadOnlyList<string> kept = [.. Names(query).Except(query.Excluded)];
        SqlStatement columns = query.Excluded.Count == 0
            ? SqlStatement.FromText("*")
            : SqlStatement.Join(", ", kept.Select(name => (SqlStatement)$"{Sql.Column(name)}"));
        SqlStatement where = condition is null ? SqlStatement.Empty : $"\nWHERE {condition}";
        return $"SELECT {columns}\nFROM (\n{events}\n){where}";
    }

    private static SqlStatement Events(FeatureQuery query, SqlStatement source)
    {
        SqlName entity = Sql.Path(query.EntityPath), time = Sql.Path(query.TimeColumn);
        IEnumerable<SqlStatement> columns =
            query.Columns.Select(column => Column(query, column)).Prepend((SqlStatement)$"{entity} AS {Sql.Column(query.EntityColumn)}");
        if (Number(query, entity, time) is { } number) columns =
            columns.Append((SqlStatement)$"{number} AS {Sql.Column(query.RowNumberColumn)}");
        return $"SELECT\n  {SqlStatement.Join(",\n  ", columns)}\nFROM {source}";
    }

    // Rows after the moment stay inside, where the label counts them, and get no number.
    private static SqlStatement? Number(FeatureQuery query, SqlName entity, SqlName time)
    {
        if (query.Rows == FeatureRows.Every) return null;
        if (query.Rows == FeatureRows.AtTheLabel) return $"row_number() OVER (PARTITION BY {entity} ORDER BY {query.Pick!})";
        if (query.AsOf is not { } asOf) return $"row_number() OVER (PARTITION BY {entity} ORDER BY {time} DESC)";
        SqlStatement later = $"CASE WHEN {time} <= {asOf} THEN 0 ELSE 1 END";
        return $"CASE WHEN {time} <= {asOf} THEN row_number() OVER (PARTITION BY {entity} ORDER BY {later}, {time} DESC) END";
    }

    private static SqlStatement Column(FeatureQuery query, FeatureColumn column)
    {
        SqlName name = Sql.Column(column.Name), entity = Sql.Path(query.EntityPath), time = Sql.Path(query.TimeColumn),
            type = Sql.Path(query.EventColumn);
        SqlStatement soFar = $"OVER (PARTITION BY {entity} ORDER BY {time} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)";
        return column.Kind switch
        {
            FeatureKind.Field => (SqlStatement)$"{Sql.Path(column.Source)} AS {name}",
            FeatureKind.Label => $"SUM(CASE WHEN {type} = {column.Source} THEN 1 ELSE 0 END) OVER (PARTITION BY {entity}) AS {name}",
            FeatureKind.Count => $"SUM(CASE WHEN {type} = {column.Source} THEN 1 ELSE 0 END) {soFar} AS {name}",
            _ => $"TIME_BETWEEN_PREVIOUS_MATCH({time}, {type} = {column.Source}, 'minutes') {soFar} AS {name}",
        };
    }

    private static SqlStatement? Condition(FeatureQuery query)
    {
        SqlName number = Sql.Column(query.RowNumberColumn);
        if (query.Rows == FeatureRows.Every) return null;
        if (query.Rows == FeatureRows.Last || query.LabelColumn is not { } label) return (SqlStatement)$"{number} = 1";
        SqlName labelled = Sql.Column(label.Name);
        return $"({labelled} = 1 AND {Sql.Column(query.EventColumn)} = {label.Source}) OR ({labelled} = 0 AND {number} = 1)";
    }
}
