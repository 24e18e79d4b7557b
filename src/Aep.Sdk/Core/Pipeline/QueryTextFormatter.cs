using System.Reflection;
using Refit;

namespace Aep.Sdk.Core.Pipeline;

/// <summary>Values in paths and queries as AEP writes them: <c>true</c>, where Refit has .NET's <c>True</c>.</summary>
internal sealed class QueryTextFormatter : DefaultUrlParameterFormatter
{
    public override string? Format(object? value, ICustomAttributeProvider attributeProvider, Type type) =>
        value is bool flag ? flag ? "true" : "false" : base.Format(value, attributeProvider, type);
}
