using Aep.Sdk.Emulator.AccessControl;
using Aep.Sdk.Emulator.Activation;
using Aep.Sdk.Emulator.BatchIngestion;
using Aep.Sdk.Emulator.Catalog;
using Aep.Sdk.Emulator.ComputedAttributes;
using Aep.Sdk.Emulator.DataAccess;
using Aep.Sdk.Emulator.DataHygiene;
using Aep.Sdk.Emulator.DataPrep;
using Aep.Sdk.Emulator.DestinationAuthoring;
using Aep.Sdk.Emulator.Faults;
using Aep.Sdk.Emulator.FlowService;
using Aep.Sdk.Emulator.Governance;
using Aep.Sdk.Emulator.Identity;
using Aep.Sdk.Emulator.Ims;
using Aep.Sdk.Emulator.LandingZone;
using Aep.Sdk.Emulator.Profiles;
using Aep.Sdk.Emulator.QueryService;
using Aep.Sdk.Emulator.Sandboxes;
using Aep.Sdk.Emulator.SchemaRegistry;
using Aep.Sdk.Emulator.Segmentation;
using Aep.Sdk.Emulator.StreamingIngestion;

namespace Aep.Sdk.Emulator.Hosting;

/// <summary>The services of the platform, one line each.</summary>
internal static class Rooms
{
    public static IReadOnlyList<IEmulatorRoom> All { get; } =
    [
        new ImsRoom(),
        new SchemaRegistryRoom(),
        new CatalogRoom(),
        new BatchIngestionRoom(),
        new StreamingIngestionRoom(),
        new DataAccessRoom(),
        new DataHygieneRoom(),
        new LandingZoneRoom(),
        new DataPrepRoom(),
        new FlowServiceRoom(),
        new ActivationRoom(),
        new AuthoringRoom(),
        new ProfileRoom(),
        new ComputedAttributeRoom(),
        new SegmentationRoom(),
        new SandboxRoom(),
        new AccessControlRoom(),
        new IdentityRoom(),
        new GovernanceRoom(),
        new QueryServiceRoom(),
        new FaultRoom(),
    ];
}
