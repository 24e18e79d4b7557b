namespace Aep.Sdk.Emulator.Sql;

/// <summary>
/// A key or an identity of a table.
/// <see cref="Columns"/>: its columns, dotted where they are nested.
/// <see cref="Namespace"/>: code of an identity namespace.
/// <see cref="ReferencedTable"/>: the table that a foreign key points to, with as many columns as the key has.
/// </summary>
internal sealed record TableConstraint(
    ConstraintKind Kind,
    IReadOnlyList<string> Columns,
    string? Namespace = null,
    string? ReferencedTable = null,
    IReadOnlyList<string>? ReferencedColumns = null)
{
    public bool IsIdentity => Kind is ConstraintKind.PrimaryIdentity or ConstraintKind.Identity;
}
