using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Aep.Sdk.Emulator.QueryService.Listings;

/// <summary>The query parameters of a listing.</summary>
internal sealed class ListingParameters
{
    private static readonly string[] Orders = ["created", "updated"];
    private readonly HttpRequest _request;

    public ListingParameters(HttpRequest request)
    {
        _request = request;
        Order = this["orderby"] ?? "-created";
        Field = Order.TrimStart('-', '+', ' ');
        if (!Orders.Contains(Field))
            throw QueryErrors.BadRequest($"orderby {Order} is not supported: created or updated, with + or -.");
    }

    /// <summary>The parameter, null if it is not given or empty.</summary>
    public string? this[string name] => _request.Query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;

    public string Order { get; }
    public string Field { get; }
    public bool IsDescending => Order[0] == '-';

    public bool Flag(string name, bool otherwise) => this[name] switch
    {
        null => otherwise,
        { } text when bool.TryParse(text, out bool value) => value,
        { } text => throw QueryErrors.BadRequest($"{name} must be true or false, not {text}."),
    };

    public int Number(string name, int otherwise) => this[name] switch
    {
        null => otherwise,
        { } text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value > 0 => value,
        { } text => throw QueryErrors.BadRequest($"{name} {text} is no positive number."),
    };

    /// <summary>The address of another page: all parameters of this request, some of them with other values.</summary>
    public string Address(params (string Name, string Value)[] changed)
    {
        var query = new QueryBuilder { { "orderby", Order } };
        foreach ((string name, string value) in changed)
            query.Add(name, value);
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in _request.Query)
        {
            if (name is not ("orderby" or "start" or "isPrevLink") && !Array.Exists(changed, change => change.Name == name))
                query.Add(name, values.AsEnumerable()!);
        }
        return Links.Address(_request) + query.ToQueryString();
    }
}
