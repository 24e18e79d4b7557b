using System.Globalization;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>A blob on disk.</summary>
internal sealed record StoredBlob(string Name, string File, long Length, DateTimeOffset LastModified)
{
    /// <summary>Changes with every write: a write replaces the file.</summary>
    public string ETag => string.Create(CultureInfo.InvariantCulture, $"\"0x{LastModified.Ticks:X}{Length:X}\"");
}
