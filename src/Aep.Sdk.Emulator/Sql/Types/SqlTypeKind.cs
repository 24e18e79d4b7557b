namespace Aep.Sdk.Emulator.Sql;

internal enum SqlTypeKind
{
    Boolean,
    TinyInt,
    SmallInt,
    Integer,
    BigInt,
    HugeInt,
    UnsignedInteger,
    Float,
    Double,
    Decimal,
    Varchar,
    Json,
    Date,
    Timestamp,
    TimestampTz,
    Uuid,
    Struct,
    List,
    Map,

    /// <summary>A type without a counterpart in XDM and on the wire (interval, time, blob): shown as text.</summary>
    Other,
}
