using System.Globalization;
using System.Numerics;

namespace Aep.Sdk.Queries;

/// <summary>Numbers as other numbers, if nothing is lost. A decimal number may become the nearest floating-point one: who asks for that
/// type wants that.</summary>
internal static class ExactNumber
{
    public static object Convert(object value, Type target)
    {
        object converted = Change(value, target);
        bool approximate = value is decimal && (target == typeof(double) || target == typeof(float));
        return approximate || Change(converted, value.GetType()).Equals(value)
            ? converted
            : throw new OverflowException($"{string.Create(CultureInfo.InvariantCulture, $"{value}")} would lose digits.");
    }

    private static object Change(object value, Type target)
    {
        if (target == typeof(BigInteger)
            && value is not BigInteger) return new BigInteger(System.Convert.ToDecimal(value, CultureInfo.InvariantCulture));
        if (value is BigInteger big) return target == typeof(double) ? (double)big : Change((decimal)big, target);
        return System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture);
    }
}
