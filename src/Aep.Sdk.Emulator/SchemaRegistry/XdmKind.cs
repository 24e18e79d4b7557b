namespace Aep.Sdk.Emulator.SchemaRegistry;

/// <summary>The field types of XDM (https://experienceleague.adobe.com/en/docs/experience-platform/xdm/schema/field-types).</summary>
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
