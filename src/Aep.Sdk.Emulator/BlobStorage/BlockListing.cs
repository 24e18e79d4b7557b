using System.Xml.Linq;

namespace Aep.Sdk.Emulator.BlobStorage;

/// <summary>Get Block List, of the blocks that are in no blob yet.</summary>
internal static class BlockListing
{
    public static XDocument Of(IReadOnlyList<StagedBlock> staged) =>
        new(new XElement("BlockList", new XElement("UncommittedBlocks", staged.Select(Element))));

    private static XElement Element(StagedBlock block) => new("Block", new XElement("Name", block.Id), new XElement("Size", block.Length));
}
