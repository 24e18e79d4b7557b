namespace Aep.Sdk.Emulator.Sql;

/// <summary>CREATE and DROP of databases and schemas, which group tables and views without moving them.</summary>
internal sealed class DataGroupStatements(DataGroups groups)
{
    /// <summary>Runs a statement of this kind, or answers null for another one.</summary>
    public StatementResult? TryRun(SqlStatement statement)
    {
        SqlTokens tokens = statement.Tokens;
        bool creates = tokens.Is(statement.From, "CREATE");
        if ((!creates && !tokens.Is(statement.From, "DROP")) || !tokens.IsAny(statement.From + 1, "DATABASE", "SCHEMA"))
            return null;
        bool database = tokens.Is(statement.From + 1, "DATABASE");
        int at = statement.From + 2;
        bool lenient = creates ? tokens.AreWords(at, "IF", "NOT", "EXISTS") : tokens.AreWords(at, "IF", "EXISTS");
        at += lenient ? (creates ? 3 : 2) : 0;
        string tag = $"{(creates ? "CREATE" : "DROP")} {(database ? "DATABASE" : "SCHEMA")}";
        SqlNotice? notice = database ? Database(statement, at, creates, lenient) : Schema(statement, at, creates, lenient);
        return new StatementResult(tag) { Notice = notice };
    }

    private SqlNotice? Database(SqlStatement statement, int at, bool creates, bool lenient)
    {
        if (at >= statement.To || !statement.Tokens.IsName(at))
            throw statement.Tokens.SyntaxError(Math.Min(at, statement.To));
        bool accelerated = creates && IsAccelerated(statement, at + 1);
        if (at + 1 != statement.To && !accelerated)
            throw statement.Tokens.SyntaxError(at + 1);
        string name = statement.Tokens.Name(at);
        int position = statement.Tokens[at].Start;
        if (groups.HasDatabase(name) == creates)
        {
            return Skip(lenient, creates
                ? new SqlErrorException(SqlState.DuplicateDatabase, $"database \"{name}\" already exists", position)
                : new SqlErrorException(SqlState.InvalidDatabaseName, $"database \"{name}\" does not exist", position));
        }
        if (creates)
        {
            groups.AddDatabase(name, accelerated);
            return null;
        }
        DataGroup[] schemas = [.. groups.Schemas.Where(group => group.Database.Equals(name, StringComparison.OrdinalIgnoreCase))];
        if (schemas.FirstOrDefault(group => group.Members.Count > 0) is DataGroup full)
        {
            throw new SqlErrorException(
                SqlState.DependentObjects, $"database \"{name}\" has tables or views in the schema {full.Schema}", position);
        }
        Array.ForEach(schemas, groups.DropSchema);
        groups.DropDatabase(name);
        return null;
    }

    // WITH (TYPE=QSACCEL, ACCOUNT=acp_query_batch): a database of the accelerated store.
    private static bool IsAccelerated(SqlStatement statement, int at)
    {
        SqlTokens tokens = statement.Tokens;
        if (!tokens.Is(at, "WITH") || !tokens.IsSymbol(at + 1, "(") || tokens.Close(at + 1, statement.To) != statement.To - 1)
            return false;
        List<Range> options = tokens.Arguments(at + 1, statement.To - 1);
        foreach (Range option in options)
        {
            int start = option.Start.Value;
            if (option.End.Value - start != 3 || !tokens.IsSymbol(start + 1, "="))
                throw tokens.SyntaxError(start);
            if (!(tokens.Is(start, "TYPE") && tokens.Is(start + 2, "QSACCEL")) && !tokens.Is(start, "ACCOUNT"))
                throw SqlErrorException.NotSupported($"the database option {tokens.Text(start, option.End.Value)}", tokens[start].Start);
        }
        return options.Exists(option => tokens.Is(option.Start.Value, "TYPE"));
    }

    private SqlNotice? Schema(SqlStatement statement, int at, bool creates, bool lenient)
    {
        SqlTokens tokens = statement.Tokens;
        QualifiedSchema name = QualifiedSchema.Read(tokens, ref at, statement.To);
        bool cascades = !creates && tokens.Is(at, "CASCADE");
        at += cascades || (!creates && tokens.Is(at, "RESTRICT")) ? 1 : 0;
        if (at < statement.To)
            throw tokens.SyntaxError(at);
        DataGroup? group = groups.Find(name.Database, name.Schema);
        if (!creates)
            return Drop(name, group, cascades, lenient);
        if (!groups.HasDatabase(name.Database))
            throw new SqlErrorException(SqlState.InvalidDatabaseName, $"database \"{name.Database}\" does not exist", name.Position);
        if (group is not null)
        {
            return Skip(lenient, new SqlErrorException(
                SqlState.DuplicateSchema, $"schema \"{name.Database}.{name.Schema}\" already exists", name.Position));
        }
        groups.Save(new DataGroup(name.Database, name.Schema, []));
        return null;
    }

    // No table is deleted, CASCADE or not. Adobe's pages differ on CASCADE: that tables go with the schema, and that their references must
    // go one by one first.
    private SqlNotice? Drop(QualifiedSchema name, DataGroup? group, bool cascades, bool lenient)
    {
        if (group is null)
            return Skip(lenient, name.Missing());
        if (group.Members.Count > 0 && !cascades)
        {
            throw new SqlErrorException(
                SqlState.DependentObjects, $"schema \"{name.Database}.{name.Schema}\" has tables or views", name.Position);
        }
        groups.DropSchema(group);
        return null;
    }

    private static SqlNotice? Skip(bool lenient, SqlErrorException error) =>
        lenient ? new SqlNotice(error.State, $"{error.Message}, skipping") : throw error;
}
