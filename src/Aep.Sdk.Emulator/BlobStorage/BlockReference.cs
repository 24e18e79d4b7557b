using System.Xml;
using System.Xml.Linq;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>A block that a new version of a blob has.</summary>
/// <param name="Id">Its id.</param>
/// <param name="MayWait">Whether it may be one that waits; that one comes first.</param>
/// <param name="MayBeCommitted">Whether it may be one of the blob as it is.</param>
internal sealed record BlockReference(string Id, bool MayWait, bool MayBeCommitted)
{
    /// <summary>Reads the body of Put Block List.</summary>
    /// <exception cref="BlobException">400: it is no list of blocks.</exception>
    public static IReadOnlyList<BlockReference> Read(string xml)
    {
        try
        {
            return [.. XDocument.Parse(xml).Root!.Elements().Select(Of)];
        }
        catch (XmlException)
        {
            throw BlobErrors.InvalidBlockList();
        }
    }

    private static BlockReference Of(XElement element) => element.Name.LocalName switch
    {
        "Latest" => new BlockReference(element.Value, true, true),
        "Uncommitted" => new BlockReference(element.Value, true, false),
        "Committed" => new BlockReference(element.Value, false, true),
        _ => throw BlobErrors.InvalidBlockList(),
    };
}
