namespace Aep.Sdk.Queries;

/// <summary>A constructor parameter or property of a row's type and the column that it takes.</summary>
/// <param name="Type">The member's type.</param>
/// <param name="Index">The column's position; -1 for a parameter that keeps its default.</param>
/// <param name="Column">The column, or null.</param>
/// <param name="Default">The parameter's default.</param>
internal sealed record RowMember(Type Type, int Index, QueryColumn? Column, object? Default);
