using System.Globalization;
using Aep.Sdk.Emulator.Lake;

namespace Aep.Sdk.Emulator.Sql;

/// <summary>Reads what a FROM clause names, and finds it.</summary>
internal sealed class TableReferences(SqlTokens tokens, RewriteContext context)
{
    private static readonly string[] TableFunctions = ["unnest", "generate_series", "range"];

    // Words that may follow a table and are no alias of it.
    private static readonly HashSet<string> NoAlias = new(StringComparer.OrdinalIgnoreCase)
    {
        "WHERE", "JOIN", "INNER", "LEFT", "RIGHT", "FULL", "CROSS", "NATURAL", "ON", "USING", "GROUP", "ORDER", "LIMIT", "HAVING", "WINDOW",
            "UNION",
        "INTERSECT", "EXCEPT", "MINUS", "OFFSET", "FETCH", "LATERAL", "TABLESAMPLE", "WITHAPPROXIMATE", "QUALIFY", "FOR", "ANTI", "SEMI",
            "AS", "PIVOT", "UNPIVOT",
    };

    /// <summary>Whether a word ends what belongs to a table instead of naming it.</summary>
    public static bool EndsTable(SqlTokens tokens, int index) =>
        tokens[index].Kind == SqlTokenKind.Word && (NoAlias.Contains(tokens.Text(index))
            || (tokens.IsAny(index, "SORT", "CLUSTER", "DISTRIBUTE") && tokens.Is(index + 1, "BY")));

    public TableReference Read(int start, int to)
    {
        List<string> parts = [tokens.Name(start)];
        int at = start + 1;
        while (at + 1 < to && tokens.IsSymbol(at, ".") && tokens.IsName(at + 1))
        {
            parts.Add(tokens.Name(at + 1));
            at += 2;
        }
        if (at < to && tokens.IsSymbol(at, "("))
            return new TableReference(parts, start, at, null, null, IsFunction: true);
        if (at < to && tokens.IsSymbol(at, "*"))
            at++; // PostgreSQL's "and the tables that inherit from it"
        SnapshotRange? snapshot = Snapshot(ref at, to);
        string? alias = Alias(ref at, to);
        snapshot ??= Snapshot(ref at, to);
        return new TableReference(parts, start, at, alias, snapshot, IsFunction: false);
    }

    public void CheckTableFunction(TableReference reference)
    {
        if (!TableFunctions.Contains(reference.Name, StringComparer.OrdinalIgnoreCase)
            || (reference.Parts.Count > 1 && !tokens.Is(reference.Start, "pg_catalog")))
            throw SqlErrorException.NotSupported($"the table function {reference.FullName}", tokens[reference.Start].Start);
    }

    public string Relation(TableReference reference, bool approximate)
    {
        if (CatalogTables.Relation(reference, context.Tables, tokens[reference.Start].Start) is string catalog)
            return catalog;
        if (reference.Parts.Count == 1 && context.Temporary(reference.Name) is string temporary)
            return temporary;
        if (IsInDatabase(reference) && context.Tables.Views.Find(reference.Name) is SqlView view)
            return View(view, reference);
        SqlTable table = Resolve(reference);
        if (approximate)
            table = LatestSample(table, reference);
        IEnumerable<LakeSnapshot> snapshots = reference.Snapshot?.Select(table, context.FallBack) ?? table.Snapshots;
        return context.Scan.Relation(table, snapshots);
    }

    /// <summary>The table that a metadata function names in its only argument.</summary>
    public SqlTable Argument(IReadOnlyList<Range> arguments, int call)
    {
        string name = ArgumentText(arguments, call);
        return context.Tables.Find(Last(name)) ?? throw Undefined(name, call);
    }

    /// <summary>A name in quotes as the object id of a relation; what is no literal stays a value.</summary>
    public string RelationId(string operand, int index)
    {
        if (!operand.StartsWith('\''))
            return $"CAST({operand} AS VARCHAR)";
        string name = operand.Trim('\'');
        return $"CAST({CatalogOids.Find(name, context.Tables) ?? throw Undefined(name, index)} AS UINTEGER)";
    }

    public bool Exists(IReadOnlyList<Range> arguments, int call) => context.Tables.Find(Last(ArgumentText(arguments, call))) is not null;

    public string Variable(int index) => context.Values.Variables.TryGetValue(tokens.Name(index), out string? literal)
        ? literal
        : throw new SqlErrorException(SqlState.UndefinedParameter, $"variable {tokens.Text(index)} is not set", tokens[index].Start);

    public SqlParameter Parameter(int index)
    {
        bool known = int.TryParse(tokens.Name(index), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= 1 && number <= context.Values.Parameters.Count;
        return known
            ? context.Values.Parameters[number - 1]
            : throw new SqlErrorException(SqlState.UndefinedParameter, $"there is no parameter {tokens.Text(index)}", tokens[index].Start);
    }

    // In the sandbox, or in a schema of a data group: schema.table or database.schema.table.
    private bool IsInDatabase(TableReference reference) =>
        reference.Parts.SkipLast(1).All(part => context.Database.Contains(part, StringComparer.OrdinalIgnoreCase))
        || context.Groups.Finds([.. reference.Parts.SkipLast(1)], reference.Name);

    private SqlTable Resolve(TableReference reference) =>
        (IsInDatabase(reference) ? context.Tables.Find(reference.Name) : null) ?? throw Undefined(reference.FullName, reference.Start);

    // The query of a view stands in its place. An error in it has no place in the client's text but the view's name.
    private string View(SqlView view, TableReference reference)
    {
        int position = tokens[reference.Start].Start;
        if (context.Views.Contains(view.Name))
            throw new SqlErrorException(
                SqlState.InvalidObjectDefinition, $"infinite recursion detected: view \"{view.Name}\" reads itself", position);
        if (reference.Snapshot is not null)
            throw new SqlErrorException(SqlState.WrongObjectType, $"SNAPSHOT needs a table, and \"{view.Name}\" is a view", position);
        try
        {
            string query = QueryRewriter.Rewrite(
                SqlScript.Parse(view.Query)[0], context with { Values = SqlValues.None, Views = [.. context.Views, view.Name] });
            string columns = string.Join(", ", view.Columns.Select(column => DuckDb.Identifier(column.Name)));
            return $"(SELECT {columns} FROM ({query}))";
        }
        catch (SqlErrorException error)
        {
            throw new SqlErrorException(error.State, $"{error.Message} (in view \"{view.Name}\")", position);
        }
    }

    private SqlTable LatestSample(SqlTable table, TableReference reference)
    {
        TableSample? sample = context.Tables.Samples(table).LastOrDefault();
        return (sample is null ? null : context.Tables.Find(sample.TableName)) ?? throw new SqlErrorException(
            SqlState.UndefinedObject, $"table {table.Name} has no sample: WITHAPPROXIMATE needs ANALYZE TABLE … TABLESAMPLE first",
            tokens[reference.Start].Start);
    }

    private SqlErrorException Undefined(string name, int index) =>
        new(SqlState.UndefinedTable, $"relation \"{name}\" does not exist", tokens[index].Start);

    private string ArgumentText(IReadOnlyList<Range> arguments, int call) =>
        (arguments.Count == 1 ? tokens.StringValue(arguments[0].Start.Value) : null)
        ?? throw new SqlErrorException(
            SqlState.SyntaxError, $"{tokens.Text(call)} takes the name of a table in single quotes", tokens[call].Start);

    private static string Last(string qualified) => qualified[(qualified.LastIndexOf('.') + 1)..];

    private string? Alias(ref int at, int to)
    {
        if (at < to && tokens.Is(at, "AS"))
            at++;
        else if (at >= to || !tokens.IsName(at) || EndsTable(tokens, at))
            return null;
        return at < to && tokens.IsName(at) ? tokens.Name(at++) : throw tokens.SyntaxError(at);
    }

    private SnapshotRange? Snapshot(ref int at, int to)
    {
        if (!tokens.Is(at, "SNAPSHOT") || !(tokens.IsAny(at + 1, "SINCE", "BETWEEN") || tokens.AreWords(at + 1, "AS", "OF")))
            return null;
        int position = tokens[at].Start;
        if (tokens.Is(at + 1, "SINCE"))
        {
            at += 2;
            return new SnapshotRange(Bound(ref at, to, isStart: true), null, position);
        }
        if (tokens.Is(at + 1, "AS"))
        {
            at += 3;
            return new SnapshotRange(null, Bound(ref at, to, isStart: false), position);
        }
        at += 2;
        long? start = Bound(ref at, to, isStart: true);
        if (!tokens.Is(at, "AND"))
            throw tokens.SyntaxError(at);
        at++;
        return new SnapshotRange(start, Bound(ref at, to, isStart: false), position);
    }

    private long? Bound(ref int at, int to, bool isStart)
    {
        if (at >= to)
            throw tokens.SyntaxError(tokens.Count);
        int index = at++;
        string text = tokens[index].Kind switch
        {
            SqlTokenKind.Variable => Variable(index),
            SqlTokenKind.Parameter => Parameter(index).Plain,
            _ => tokens.Text(index),
        };
        return SnapshotRange.Bound(text, isStart, tokens[index].Start);
    }
}
