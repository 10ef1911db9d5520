f();
var x = ;
