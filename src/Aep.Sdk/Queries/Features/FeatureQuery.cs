namespace Aep.Sdk.Queries;

/// <summary>
/// A featurization query over events: a row has what is known of an entity up to the moment of the event. Immutable: each method returns
/// a copy with
/// something added. Render it with <see cref="ToSelect"/>, <see cref="ToCreateTable"/>, <see cref="ToInsert"/> or <see cref="ToTemplate"/>.
/// </summary>
public sealed record FeatureQuery
{
    /// <summary>The parameter of a template that takes the snapshot after which it reads: <c>$from_snapshot_id</c>.</summary>
    public const string FromParameter = "from_snapshot_id";

    /// <summary>The parameter of a template that takes the last snapshot that it reads: <c>$to_snapshot_id</c>.</summary>
    public const string ToParameter = "to_snapshot_id";

    private FeatureQuery(string table, string entityPath, string entityColumn) =>
        (Table, EntityPath, EntityColumn) = (table, entityPath, entityColumn);

    /// <summary>The table of events.</summary>
    public string Table { get; }

    /// <summary>The field that says whose event it is, for example <c>_acme.userid</c>.</summary>
    public string EntityPath { get; }

    /// <summary>The column that it becomes.</summary>
    public string EntityColumn { get; }

    /// <summary>The column that says what kind of event it is.</summary>
    public string EventColumn { get; init; } = "eventType";

    /// <summary>The column that says when it was.</summary>
    public string TimeColumn { get; init; } = "timestamp";

    /// <summary>Name of the helper column by which one row an entity is chosen.</summary>
    public string RowNumberColumn { get; init; } = "random_row_number_for_user";

    internal IReadOnlyList<FeatureColumn> Columns { get; private init; } = [];

    internal FeatureColumn? LabelColumn { get; private init; }

    internal IReadOnlyList<string> Excluded { get; private init; } = [];

    internal FeatureRows Rows { get; private init; } = FeatureRows.Every;

    internal SqlStatement? Pick { get; private init; }

    internal DateTimeOffset? AsOf { get; private init; }

    internal SqlStatement? Window { get; private init; }

    /// <summary>Begins a query.</summary>
    /// <param name="table">The table of events.</param>
    /// <param name="entityPath">The field that says whose event it is, for example <c>_acme.userid</c>.</param>
    /// <param name="entityColumn">The column that it becomes.</param>
    public static FeatureQuery From(string table, string entityPath, string entityColumn = "userId") =>
        new(table, entityPath, entityColumn);

    /// <summary>Takes a field of the event as it is.</summary>
    /// <param name="path">The field.</param>
    /// <param name="column">The column that it becomes; null for the field's own name.</param>
    public FeatureQuery Column(string path, string? column = null) =>
        With(new FeatureColumn(column ?? path.Split('.')[^1], FeatureKind.Field, path));

    /// <summary>How many events of a type the entity has had, this one included.</summary>
    /// <param name="column">The column.</param>
    /// <param name="eventType">The type of events.</param>
    public FeatureQuery Count(string column, string eventType) => With(new FeatureColumn(column, FeatureKind.Count, eventType));

    /// <summary>Whole minutes since the entity's last event of a type, 0 at such an event; null before the first.</summary>
    /// <param name="column">The column.</param>
    /// <param name="eventType">The type of events.</param>
    public FeatureQuery MinutesSince(string column, string eventType) =>
        With(new FeatureColumn(column, FeatureKind.MinutesSince, eventType));

    /// <summary>How many events of a type the entity has at all, later ones included: what a model is to foresee.</summary>
    /// <param name="column">The column.</param>
    /// <param name="eventType">The type of events.</param>
    public FeatureQuery Label(string column, string eventType)
    {
        var label = new FeatureColumn(column, FeatureKind.Label, eventType);
        return With(label) with { LabelColumn = label };
    }

    /// <summary>One row an entity: where the label is 1, that of the labelled event, else a random one. Entities with more than one such
    /// event have none.</summary>
    /// <param name="pickBy">
    /// The order whose first row is the random one; null for <c>randn()</c>, which picks another each time. <c>md5(_id)</c> picks the
    /// same again.
    /// </param>
    /// <exception cref="InvalidOperationException">There is no label, or no column that says what kind of event the row is.</exception>
    public FeatureQuery OneRowAtTheLabel(SqlStatement? pickBy = null) =>
        LabelColumn is null || Columns.All(column => column.Name != EventColumn)
        ? throw new InvalidOperationException(
            $"The row of the label needs a label and the event's type: call Label and Column(\"{EventColumn}\") before. Exclude leaves "
                + "them out again.")
        : this with { Rows = FeatureRows.AtTheLabel, Pick = pickBy ?? SqlStatement.FromText("randn()"), AsOf = null };

    /// <summary>One row an entity: its last one up to a moment.</summary>
    /// <param name="asOf">The moment; null for the last row at all.</param>
    public FeatureQuery OneRowAsOf(DateTimeOffset? asOf = null) => this with { Rows = FeatureRows.Last, AsOf = asOf };

    /// <summary>Leaves columns out of the result that the query needs inside.</summary>
    /// <param name="columns">The columns.</param>
    /// <exception cref="ArgumentException">The query has no such column.</exception>
    public FeatureQuery Exclude(params IReadOnlyList<string> columns)
    {
        string[] unknown = [.. columns.Except(FeatureSqlWriter.Names(this))];
        return unknown.Length == 0
            ? this with { Excluded = [.. Excluded, .. columns] }
            : throw new ArgumentException(
                $"The query has no column {string.Join(", ", unknown)}. It has: {string.Join(", ", FeatureSqlWriter.Names(this))}.");
    }

    /// <summary>Reads only what has come to the table in a window of snapshots.</summary>
    /// <param name="window">The window.</param>
    /// <exception cref="ArgumentException">The window is another table's.</exception>
    public FeatureQuery In(SnapshotWindow window)
    {
        ArgumentNullException.ThrowIfNull(window);
        return window.Table == Table
            ? this with { Window = window.ToSql() }
            : throw new ArgumentException($"The window is one of {window.Table}, the query reads {Table}.", nameof(window));
    }

    /// <summary>The query.</summary>
    public SqlStatement ToSelect() => FeatureSqlWriter.Select(this);

    /// <summary>The query as a new table: <c>CREATE TABLE … AS</c>.</summary>
    /// <param name="table">The table.</param>
    /// <param name="ifNotExists">Whether to do nothing when there is one.</param>
    public SqlStatement ToCreateTable(string table, bool ifNotExists = false) => ifNotExists
        ? (SqlStatement)$"CREATE TABLE IF NOT EXISTS {Sql.Table(table)} AS\n{ToSelect()}"
        : $"CREATE TABLE {Sql.Table(table)} AS\n{ToSelect()}";

    /// <summary>The query as rows that are added to a table: <c>INSERT INTO …</c>.</summary>
    /// <param name="table">The table.</param>
    public SqlStatement ToInsert(string table) => $"INSERT INTO {Sql.Table(table)}\n{ToSelect()}";

    /// <summary>
    /// The query as a template that reads a window of snapshots, given by <see cref="FromParameter"/> and <see cref="ToParameter"/>, and
    /// makes the table or
    /// adds to it: an anonymous block. It fails when one of its statements does.
    /// </summary>
    /// <param name="name">The template's name.</param>
    /// <param name="table">The table.</param>
    public QueryTemplateDefinition ToTemplate(string name, string table) => new(name, FeatureSqlWriter.Block(this, table).ToString());

    private FeatureQuery With(FeatureColumn column) => FeatureSqlWriter.Names(this).Contains(column.Name)
        ? throw new ArgumentException($"The query has a column {column.Name} already.")
        : this with { Columns = [.. Columns, column] };
}
