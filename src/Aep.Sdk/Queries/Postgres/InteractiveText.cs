namespace Aep.Sdk.Queries;

/// <summary>What is sent for a statement, and what is known of it.</summary>
internal sealed class InteractiveText
{
    // What Query Service gives of a SELECT without a LIMIT.
    public const int RowLimit = 50_000;

    private readonly IReadOnlyList<SqlCommand> _commands;
    private readonly SqlCommand? _rows;

    public InteractiveText(SqlStatement sql, QueryOptions options, bool nestedAsJson = false)
    {
        _commands = SqlText.Commands(sql.ToString());
        _rows = _commands.FirstOrDefault(command => command.Selects);
        bool lift = options.AllRows && _rows is { HasLimit: false };
        Sql = lift
            ? string.Join(";\n", _commands.Select(command => command == _rows ? $"{command.Text}\nLIMIT 0" : command.Text))
            : sql.ToString();
        Pooled = !nestedAsJson && _commands.All(command => command.LeavesNothing);
        MayBeCut = !lift && !options.AcceptCutResult && !(_rows?.HasLimit ?? _commands.Any(command => command.HasLimit));
        if (nestedAsJson) Sql = $"SET auto_to_json=true;\n{Sql}";
    }

    public string Sql { get; }

    /// <summary>Whether a session that others have used and will use may run it.</summary>
    public bool Pooled { get; }

    public bool Reads => _commands.All(command => command.Reads);

    public bool MayBeCut { get; }

    /// <summary>The one command, if it can run in the background too and give the same.</summary>
    /// <exception cref="ArgumentException">It cannot.</exception>
    public SqlCommand ForBackground() => _commands is [{ } only] && (only.Selects || only.CreatesTable)
        ? only
        : throw new ArgumentException(
            "Only a single SELECT or CREATE TABLE AS can move to the background: of another nobody knows what it has done when it is "
                + "stopped. "
            + "Start it there with StartAsync.");
}
