namespace Aep.Sdk.Queries;

/// <summary>A column of a result.</summary>
/// <param name="Name">Its name or alias.</param>
/// <param name="Type">The type of its values; they may be null.</param>
/// <param name="SqlType">The type's name on the server, for example <c>bigint</c>.</param>
public sealed record QueryColumn(string Name, Type Type, string SqlType);
