namespace Aep.Sdk.Emulator.DataPrep.Expressions;

/// <summary>A part of an expression; <see cref="Position"/> counts from 1.</summary>
internal sealed record Token(TokenKind Kind, string Text, int Position, bool IsWrapped = false);
