namespace Aep.Sdk.CleanUp;

/// <summary>What is removed when: what uses other things goes before them.</summary>
public enum CleanUpStage
{
    /// <summary>Dataflows: they use connections, datasets and audiences.</summary>
    Dataflows,

    /// <summary>Mapping sets of dataflows; before the connections, by which they are found when a clean-up has broken off.</summary>
    MappingSets,

    /// <summary>Source and target connections.</summary>
    Connections,

    /// <summary>Base connections.</summary>
    BaseConnections,

    /// <summary>Files that dataflows have read or written.</summary>
    Files,

    /// <summary>Segments and audiences.</summary>
    Audiences,

    /// <summary>Query templates.</summary>
    Queries,

    /// <summary>What datasets have brought into the profile store.</summary>
    ProfileData,

    /// <summary>Datasets.</summary>
    Datasets,

    /// <summary>Descriptors of schemas.</summary>
    Descriptors,

    /// <summary>Schemas.</summary>
    Schemas,

    /// <summary>Field groups and other parts of schemas.</summary>
    SchemaParts,
}
