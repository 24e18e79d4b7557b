namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The type of an XDM field.</summary>
internal enum XdmKind
{
    String,
    Number,
    Integer,
    Long,
    Short,
    Byte,
    Boolean,
    Date,
    DateTime,
    Object,
    Array,
    Map,
}
