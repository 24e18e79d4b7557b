using System.Xml.Linq;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>Get Block List: the blocks of a blob, and those that wait.</summary>
internal static class BlockListing
{
    /// <param name="type">Which of them are asked for: <c>committed</c>, <c>uncommitted</c> or <c>all</c>.</param>
    /// <param name="committed">The blocks of the blob.</param>
    /// <param name="staged">Those that wait.</param>
    /// <exception cref="BlobException">400: there is no such type.</exception>
    public static XDocument Of(string type, IReadOnlyList<BlobBlock> committed, IReadOnlyList<BlobBlock> staged) =>
        type is "committed" or "uncommitted" or "all"
            ? new XDocument(new XElement("BlockList",
                type == "uncommitted" ? null : new XElement("CommittedBlocks", committed.Select(Element)),
                type == "committed" ? null : new XElement("UncommittedBlocks", staged.Select(Element))))
            : throw BlobErrors.InvalidQuery("blocklisttype", type);

    private static XElement Element(BlobBlock block) => new("Block", new XElement("Name", block.Id), new XElement("Size", block.Length));
}
