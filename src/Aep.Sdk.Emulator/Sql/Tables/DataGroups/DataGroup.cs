namespace Aep.Sdk.Emulator.Sql;

/// <summary>A schema of a database that groups tables and views; <see cref="Members"/> are their names. They stay where they are.</summary>
internal sealed record DataGroup(string Database, string Schema, IReadOnlyList<string> Members);
