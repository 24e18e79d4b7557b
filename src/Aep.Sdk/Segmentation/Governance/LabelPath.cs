namespace Aep.Sdk.Segmentation;

/// <summary>Reads where a label stands in a schema.</summary>
internal static class LabelPath
{
    /// <summary>
    /// <c>/properties/_acme/properties/orders/items/properties/sku</c> is the field <c>_acme.orders.sku</c>; <c>address</c> is itself.
    /// </summary>
    public static string Fields(string pointer)
    {
        var names = new List<string>();
        bool name = false;
        foreach (string token in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            // Whatever follows "properties" is a name, be it "properties" or "items".
            if (!name && token == "properties") name = true;
            else if (!name && token is "items" or "additionalProperties") continue;
            else
            {
                names.Add(token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal));
                name = false;
            }
        }

        return string.Join('.', names);
    }
}
