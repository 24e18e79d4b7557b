namespace Aep.Sdk.Emulator.Segmentation.Pql;

/// <summary>A rule that cannot be read. <see cref="Position"/> counts characters from 0.</summary>
internal sealed class PqlException(string message, int position) : Exception($"{message} at position {position}")
{
    public int Position { get; } = position;
}
