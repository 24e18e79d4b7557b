using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.Lake;
using Aep.Sdk.Emulator.SchemaRegistry;

namespace Aep.Sdk.Emulator.Profiles;

/// <summary>A dataset that feeds Profile.</summary>
internal sealed record ProfileSource(CatalogDataset Dataset, XdmSchema Schema, IReadOnlyList<IdentityDescriptor> Descriptors)
{
    public RowIdentities Identities { get; } = new(Descriptors);

    /// <summary>The files of its batches that were not taken away from Profile.</summary>
    public IReadOnlyList<LakeSnapshot> Snapshots { get; init; } = [];

    public IReadOnlyList<string> Files => [.. Snapshots.SelectMany(snapshot => snapshot.FilesOfProfile)];
}
