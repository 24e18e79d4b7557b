namespace Aep.Sdk.Emulator.Segmentation.Pql;

internal enum PqlKind
{
    Any,
    Boolean,
    Number,
    Text,
    Time,
    List,
    Map,
    Object,
}
