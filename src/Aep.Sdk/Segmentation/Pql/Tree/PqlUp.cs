namespace Aep.Sdk.Segmentation;

/// <summary><c>^</c>: what the list is of whose items a filter asks about; each further one is a filter further out.</summary>
internal sealed record PqlUp(int Levels) : PqlNode;
