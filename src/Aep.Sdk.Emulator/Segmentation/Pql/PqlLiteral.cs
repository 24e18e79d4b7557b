using System.Globalization;

namespace Aep.Sdk.Emulator.Segmentation.Pql;

internal sealed record PqlLiteral(object? Value) : PqlExpression
{
    public override object? Evaluate(Func<string, object?> attribute) => Value;

    public static PqlLiteral Number(PqlToken token) => double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
        ? new PqlLiteral(number)
        : throw new PqlException($"'{token.Text}' is not a number", token.Position);
}
