using System.Data.Common;
using System.Numerics;

namespace Aep.Sdk.Queries;

/// <summary>The value of a column without loss. A decimal of Query Service may have 38 digits, the one of .NET has 28: a whole number
/// beyond that is a <see cref="BigInteger"/>, another one is refused.</summary>
internal static class ColumnValue
{
    /// <exception cref="InvalidCastException">No type of .NET holds the value; the message says what to do.</exception>
    public static object? Read(DbDataReader reader, int index)
    {
        if (reader.IsDBNull(index)) return null;
        try
        {
            return reader.GetValue(index);
        }
        catch (OverflowException) when (reader.GetFieldType(index) == typeof(decimal))
        {
            return Whole(reader, index);
        }
    }

    /// <summary>A decimal.</summary>
    /// <exception cref="InvalidCastException">It has too many digits.</exception>
    public static decimal Decimal(DbDataReader reader, int index)
    {
        try
        {
            return reader.GetDecimal(index);
        }
        catch (OverflowException error)
        {
            throw TooLarge(reader.GetName(index), error);
        }
    }

    private static InvalidCastException TooLarge(string column, Exception cause) => new(
        $"Column \"{column}\" holds a number with more digits than decimal has. Read a whole number as BigInteger, or another one as text: "
        + $"CAST({column} AS STRING) in the SQL.", cause);

    private static BigInteger Whole(DbDataReader reader, int index)
    {
        try
        {
            return reader.GetFieldValue<BigInteger>(index);
        }
        catch (Exception error) when (error is InvalidCastException or OverflowException)
        {
            throw TooLarge(reader.GetName(index), error);
        }
    }
}
