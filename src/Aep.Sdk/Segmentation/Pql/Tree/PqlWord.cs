namespace Aep.Sdk.Segmentation;

/// <summary>A word or a symbol of a <see cref="PqlPhrase"/>.</summary>
internal sealed record PqlWord(string Text) : PqlNode;
